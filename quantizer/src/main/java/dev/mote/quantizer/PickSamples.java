package dev.mote.quantizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Picks samples evenly over the classes: one of each class in turn, in an order that the seed decides. */
final class PickSamples {
    private PickSamples() {}

    /** Indices of up to {@code count} samples, ascending. */
    static int[] pick(int[] labels, int count, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        SortedMap<Integer, List<Integer>> byLabel = new TreeMap<>();
        for (int index : order) {
            byLabel.computeIfAbsent(labels[index], label -> new ArrayList<>()).add(index);
        }
        return roundRobin(byLabel.values().stream().toList(), Math.min(count, labels.length)).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static List<Integer> roundRobin(List<List<Integer>> classes, int count) {
        List<Integer> picked = new ArrayList<>();
        for (int turn = 0; picked.size() < count; turn++) {
            for (List<Integer> members : classes) {
                if (turn < members.size() && picked.size() < count) {
                    picked.add(members.get(turn));
                }
            }
        }
        return picked;
    }
}
