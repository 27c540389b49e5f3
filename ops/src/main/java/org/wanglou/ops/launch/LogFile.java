package org.wanglou.ops.launch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log in the data folder: 14 days, at most 200 MB. The terminal shows warnings only. */
final class LogFile {
  private LogFile() {}

  static Path open(Path folder) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var file = folder.resolve("logs").resolve("wanglou.log");
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n");
    encoder.start();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(folder.resolve("logs") + "/wanglou-%d{yyyy-MM-dd}.%i.log.gz");
    policy.setMaxFileSize(new FileSize(20L << 20));
    policy.setMaxHistory(14);
    policy.setTotalSizeCap(new FileSize(200L << 20));
    policy.start();
    appender.setRollingPolicy(policy);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    return file;
  }
}
