package org.zhengyu.report;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Places for the nodes of a network: all push each other away, edges pull their ends together, and
 * all are drawn to the middle, so that parts without a connection stay in sight. Fruchterman and
 * Reingold, “Graph drawing by force-directed placement”, Software: Practice and Experience 21
 * (1991), with gravity; an edge pulls less where both of its ends have many, so that what is dense
 * does not fall together.
 */
public final class ForceLayout {
  private static final int ROUNDS = 250;
  private static final double GRAVITY = 0.06;

  private final double[][] places;
  private final double[][] moves;

  /** The distance at which push and pull of an edge of weight 1 are equal. */
  private final double distance;

  private ForceLayout(int nodes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    places = new double[nodes][];
    for (int i = 0; i < nodes; i++) {
      places[i] = new double[] {random.nextDouble() - 0.5, random.nextDouble() - 0.5};
    }
    moves = new double[nodes][2];
    distance = 1 / Math.sqrt(Math.max(1, nodes));
  }

  /**
   * Lays a network out, always the same way for a seed.
   *
   * @param ends of each edge the two nodes, from 0
   * @param weights of the edges, from 0 to 1
   * @return of each node two coordinates from -1 to 1
   */
  public static double[][] of(int nodes, List<int[]> ends, List<Double> weights, long seed) {
    ForceLayout layout = new ForceLayout(nodes, seed);
    int[] degrees = new int[nodes];
    for (int[] edge : ends) {
      degrees[edge[0]]++;
      degrees[edge[1]]++;
    }
    for (int round = 0; round < ROUNDS; round++) {
      layout.push();
      for (int edge = 0; edge < ends.size(); edge++) {
        int a = ends.get(edge)[0];
        int b = ends.get(edge)[1];
        double least = Math.min(degrees[a], degrees[b]);
        layout.pull(a, b, (0.5 + weights.get(edge)) / least);
      }
      layout.move(0.1 * (1 - (double) round / ROUNDS));
    }
    layout.scale();
    return layout.places;
  }

  private void push() {
    for (double[] move : moves) {
      move[0] = 0;
      move[1] = 0;
    }
    for (int a = 0; a < places.length; a++) {
      for (int b = a + 1; b < places.length; b++) {
        double dx = places[a][0] - places[b][0];
        double dy = places[a][1] - places[b][1];
        double push = distance * distance / Math.max(dx * dx + dy * dy, 1e-9);
        shift(a, b, dx * push, dy * push);
      }
    }
  }

  private void pull(int a, int b, double strength) {
    double dx = places[b][0] - places[a][0];
    double dy = places[b][1] - places[a][1];
    double pull = strength * Math.hypot(dx, dy) / distance;
    shift(a, b, dx * pull, dy * pull);
  }

  private void shift(int a, int b, double dx, double dy) {
    moves[a][0] += dx;
    moves[a][1] += dy;
    moves[b][0] -= dx;
    moves[b][1] -= dy;
  }

  private void move(double most) {
    for (int i = 0; i < places.length; i++) {
      double dx = moves[i][0] - GRAVITY * places[i][0] / distance;
      double dy = moves[i][1] - GRAVITY * places[i][1] / distance;
      double length = Math.hypot(dx, dy);
      double step = Math.min(length, most) / Math.max(length, 1e-12);
      places[i][0] += dx * step;
      places[i][1] += dy * step;
    }
  }

  private void scale() {
    for (int axis = 0; axis < 2; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double[] place : places) {
        least = Math.min(least, place[axis]);
        most = Math.max(most, place[axis]);
      }
      double middle = (least + most) / 2;
      double half = Math.max((most - least) / 2, 1e-9);
      for (double[] place : places) {
        place[axis] = (place[axis] - middle) / half;
      }
    }
  }
}
