/**
 * Files into layers and layers into files. An import is a dry run that is not taken back: both go
 * the same way through {@link org.wanglou.command.intake.ImportFile}, in one transaction, with one
 * event. What was wrong with which row is kept with the run and told in the reader's language.
 */
package org.wanglou.command.intake;
