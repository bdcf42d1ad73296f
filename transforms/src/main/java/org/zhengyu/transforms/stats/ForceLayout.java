package org.zhengyu.transforms.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Places for the nodes of a graph, to draw it. Within a component all nodes push each other away
 * and edges pull their ends together: Fruchterman and Reingold, “Graph drawing by force-directed
 * placement”, Software: Practice and Experience 21 (1991), with a little gravity; an edge pulls
 * less where both of its ends have many, so that what is dense does not fall together. The
 * components are then laid beside each other, the largest in the middle, so that none covers
 * another.
 */
public final class ForceLayout {
  private static final int MOST_ROUNDS = 250;
  private static final int LEAST_ROUNDS = 30;

  /** Pairs of nodes that push each other in all rounds: a few seconds. */
  private static final double PUSHES = 1e9;

  /** Squares of distances count as at least this. */
  private static final double NEAREST = 1e-9;

  private static final double GRAVITY = 0.06;

  /** Room around a component, in lengths of an edge. */
  private static final double GAP = 0.7;

  /** How much wider than high a drawing is: names stand beside nodes, and screens are wide. */
  private static final double WIDTH = 1.6;

  /** How far places are apart that are tried for a component: along the spiral, and its turns. */
  private static final double STEP = 0.5;

  private final WeightedGraph graph;
  private final double[][] places;
  private final double[][] moves;

  private ForceLayout(WeightedGraph graph) {
    this.graph = graph;
    this.places = new double[graph.nodes()][2];
    this.moves = new double[graph.nodes()][2];
  }

  /**
   * Lays a graph out, always the same way for a seed.
   *
   * @param components the {@linkplain Components component} of each node
   * @return of each node two coordinates from -1 to 1, the same scale for both
   */
  public static double[][] of(WeightedGraph graph, int[] components, long seed) {
    ForceLayout layout = new ForceLayout(graph);
    SplittableRandom random = new SplittableRandom(seed);
    int count = IntStream.of(components).max().orElse(-1) + 1;
    double[][] middles = new double[count][2];
    double[] radii = new double[count];
    for (int component = 0; component < count; component++) {
      int number = component;
      int[] nodes =
          IntStream.range(0, components.length).filter(n -> components[n] == number).toArray();
      radii[component] = layout.layOut(nodes, random) + GAP;
      settle(component, middles, radii);
      for (int node : nodes) {
        layout.places[node][0] += middles[component][0];
        layout.places[node][1] += middles[component][1];
      }
    }
    layout.scale();
    return layout.places;
  }

  /** Lays a component out around 0, an edge being about 1 long; returns its radius. */
  private double layOut(int[] nodes, SplittableRandom random) {
    double distance = 1 / Math.sqrt(nodes.length);
    for (int node : nodes) {
      places[node][0] = random.nextDouble() - 0.5;
      places[node][1] = random.nextDouble() - 0.5;
    }
    double wanted = PUSHES / ((double) nodes.length * nodes.length);
    int rounds = (int) Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, wanted));
    for (int round = 0; round < rounds; round++) {
      push(nodes, distance);
      pull(nodes, distance);
      move(nodes, distance, 0.1 * (1 - (double) round / rounds));
    }
    return center(nodes, 1 / distance);
  }

  /** Most of the time of a layout is spent here, so the coordinates lie side by side. */
  private void push(int[] nodes, double distance) {
    double[] x = new double[nodes.length];
    double[] y = new double[nodes.length];
    double[] moveX = new double[nodes.length];
    double[] moveY = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      x[i] = places[nodes[i]][0];
      y[i] = places[nodes[i]][1];
    }
    double square = distance * distance;
    for (int i = 0; i < nodes.length; i++) {
      double sumX = moveX[i];
      double sumY = moveY[i];
      for (int j = i + 1; j < nodes.length; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double apart = dx * dx + dy * dy;
        double push = square / (apart < NEAREST ? NEAREST : apart);
        sumX += dx * push;
        sumY += dy * push;
        moveX[j] -= dx * push;
        moveY[j] -= dy * push;
      }
      moves[nodes[i]][0] = sumX;
      moves[nodes[i]][1] = sumY;
    }
  }

  private void pull(int[] nodes, double distance) {
    for (int node : nodes) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        int other = graph.target(arc);
        double least = Math.min(graph.degree(node), graph.degree(other));
        double dx = places[other][0] - places[node][0];
        double dy = places[other][1] - places[node][1];
        double pull = (0.5 + graph.weight(arc)) / least * Math.hypot(dx, dy) / distance;
        moves[node][0] += dx * pull;
        moves[node][1] += dy * pull;
      }
    }
  }

  private void move(int[] nodes, double distance, double most) {
    for (int node : nodes) {
      double[] place = places[node];
      double dx = moves[node][0] - GRAVITY * place[0] / distance;
      double dy = moves[node][1] - GRAVITY * place[1] / distance;
      double length = Math.hypot(dx, dy);
      double step = Math.min(length, most) / Math.max(length, 1e-12);
      place[0] += dx * step;
      place[1] += dy * step;
      Arrays.fill(moves[node], 0);
    }
  }

  /**
   * Moves a component to the middle, and its nodes outwards: who stands at some share of its radius
   * then stands at the share to the power of 3/4, for in its middle they crowd.
   */
  private double center(int[] nodes, double scale) {
    double x = IntStream.of(nodes).mapToDouble(node -> places[node][0]).average().orElse(0);
    double y = IntStream.of(nodes).mapToDouble(node -> places[node][1]).average().orElse(0);
    double radius = 0;
    for (int node : nodes) {
      places[node][0] = (places[node][0] - x) * scale;
      places[node][1] = (places[node][1] - y) * scale;
      radius = Math.max(radius, Math.hypot(places[node][0], places[node][1]));
    }
    for (int node : nodes) {
      double share = Math.hypot(places[node][0], places[node][1]) / radius;
      double stretch = share > 0 ? 1 / Math.sqrt(Math.sqrt(share)) : 1;
      places[node][0] *= stretch;
      places[node][1] *= stretch;
    }
    return radius;
  }

  /** Finds the first place on a spiral where a component covers none of those before it. */
  private static void settle(int component, double[][] middles, double[] radii) {
    double[] middle = middles[component];
    double angle = 0;
    while (covers(component, middles, radii)) {
      double out = STEP * angle / (2 * Math.PI);
      middle[0] = WIDTH * out * StrictMath.cos(angle);
      middle[1] = out * StrictMath.sin(angle);
      angle += STEP / Math.max(out, STEP);
    }
  }

  private static boolean covers(int component, double[][] middles, double[] radii) {
    for (int other = 0; other < component; other++) {
      double dx = middles[component][0] - middles[other][0];
      double dy = middles[component][1] - middles[other][1];
      if (Math.hypot(dx, dy) < radii[component] + radii[other]) {
        return true;
      }
    }
    return false;
  }

  private void scale() {
    double[] middle = new double[2];
    double half = 0;
    for (int axis = 0; axis < 2; axis++) {
      int of = axis;
      double least = Arrays.stream(places).mapToDouble(place -> place[of]).min().orElse(0);
      double most = Arrays.stream(places).mapToDouble(place -> place[of]).max().orElse(0);
      middle[axis] = (least + most) / 2;
      half = Math.max(half, (most - least) / 2);
    }
    for (double[] place : places) {
      for (int axis = 0; axis < 2; axis++) {
        double scaled = half == 0 ? 0 : (place[axis] - middle[axis]) / half;
        place[axis] = Math.max(-1, Math.min(1, scaled));
      }
    }
  }
}
