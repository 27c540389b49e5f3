package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wanglou.gis.dataset.Dataset.RoadEdge;

/**
 * What is known of each edge, in flat arrays: 30 B an edge besides its geometry. An edge is driven
 * as one of two arcs: arc 2e along its geometry, arc 2e+1 against it.
 */
final class EdgeTable {
  /** Travel time is counted in ticks of 0.1 ms, so that a sum of 1,000 edges is exact to 0.05 s. */
  static final double TICKS_PER_S = 10_000;

  private static final Set<Profile> DRIVEN = EnumSet.complementOf(EnumSet.of(Profile.FOOT));

  private record Kind(String roadClass, Optional<String> surface) {}

  private final SpeedTable speeds;
  private final List<Kind> kinds = new ArrayList<>();
  private final Map<Kind, Integer> kindNumbers = new HashMap<>();
  private final Map<String, String> shared = new HashMap<>();
  private final List<Map<Profile, Double>> kmhByKind = new ArrayList<>();

  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final double[] lengthM;
  private final short[] kind;
  private final short[] maxSpeedKmh;
  private final byte[] oneWay;
  private final Map<Profile, BitSet> usable = new EnumMap<>(Profile.class);
  private final String[] name;
  private final String[] ref;
  private int count;

  EdgeTable(int nodes, int edges, SpeedTable speeds) {
    this.nodes = nodes;
    this.speeds = speeds;
    from = new int[edges];
    to = new int[edges];
    lengthM = new double[edges];
    kind = new short[edges];
    maxSpeedKmh = new short[edges];
    oneWay = new byte[edges];
    for (var profile : Profile.values()) {
      usable.put(profile, new BitSet());
    }
    name = new String[edges];
    ref = new String[edges];
  }

  /** Appends the next edge; only while the graph is being built. */
  void add(RoadEdge edge) {
    int e = count++;
    from[e] = checkNode(edge.fromNode());
    to[e] = checkNode(edge.toNode());
    lengthM[e] = edge.lengthM();
    kind[e] = (short) kindNumber(edge.roadClass(), edge.surface());
    maxSpeedKmh[e] = (short) (int) edge.maxSpeedKmh().orElse(0);
    oneWay[e] = (byte) edge.oneWay();
    name[e] = edge.name().map(this::share).orElse(null);
    ref[e] = edge.ref().map(this::share).orElse(null);
    for (var profile : Profile.values()) {
      if (profile.mayUse(edge.motorAccess(), edge.footAccess()) && kmh(e, profile) > 0) {
        usable.get(profile).set(e);
      }
    }
  }

  private int checkNode(int node) {
    if (node < 0 || node >= nodes) {
      throw new IllegalStateException(
          "edge " + (count - 1) + " names node " + node + ", nodes are 0 to " + (nodes - 1));
    }
    return node;
  }

  private String share(String text) {
    return shared.computeIfAbsent(text, same -> same);
  }

  private int kindNumber(String roadClass, Optional<String> surface) {
    return kindNumbers.computeIfAbsent(
        new Kind(roadClass, surface),
        key -> {
          kinds.add(key);
          var kmh = new EnumMap<Profile, Double>(Profile.class);
          for (var profile : Profile.values()) {
            kmh.put(profile, speeds.kmh(profile, roadClass, surface));
          }
          kmhByKind.add(kmh);
          if (kinds.size() > Short.MAX_VALUE) {
            throw new IllegalStateException("more than 32767 pairs of road class and surface");
          }
          return kinds.size() - 1;
        });
  }

  int nodeCount() {
    return nodes;
  }

  int count() {
    return count;
  }

  double lengthM(int edge) {
    return lengthM[edge];
  }

  String roadClass(int edge) {
    return kinds.get(kind[edge]).roadClass;
  }

  Optional<String> name(int edge) {
    return Optional.ofNullable(name[edge]);
  }

  Optional<String> ref(int edge) {
    return Optional.ofNullable(ref[edge]);
  }

  /** Speed in km/h: of the class, capped by the surface and by the posted limit. */
  double kmh(int edge, Profile profile) {
    double kmh = kmhByKind.get(kind[edge]).get(profile);
    return maxSpeedKmh[edge] > 0 ? Math.min(kmh, maxSpeedKmh[edge]) : kmh;
  }

  int ticks(int edge, Profile profile) {
    double ticks = lengthM[edge] * 3.6 / kmh(edge, profile) * TICKS_PER_S;
    return Math.toIntExact(Math.round(ticks));
  }

  boolean usable(int edge, Profile profile) {
    return usable.get(profile).get(edge);
  }

  /** Whether some vehicle may use it. */
  boolean drivable(int edge) {
    return DRIVEN.stream().anyMatch(profile -> usable(edge, profile));
  }

  boolean usableArc(int arc, Profile profile) {
    int edge = edge(arc);
    boolean wrongWay = oneWay[edge] == (against(arc) ? 1 : -1);
    return usable(edge, profile) && (profile.onFoot() || !wrongWay);
  }

  static int edge(int arc) {
    return arc >> 1;
  }

  static boolean against(int arc) {
    return (arc & 1) != 0;
  }

  int tail(int arc) {
    return against(arc) ? to[edge(arc)] : from[edge(arc)];
  }

  int head(int arc) {
    return against(arc) ? from[edge(arc)] : to[edge(arc)];
  }
}
