package dev.mote.device;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.TensorType;

/** Drawn graphs of every kind that Mote writes C for and computes exactly: the same seed gives the same graph. */
public final class RandomCases {
    private RandomCases() {}

    public static Graph graph(int seed) {
        return switch (seed % 10) {
            case 0 -> RandomGraphs.graph(seed);
            case 1 -> RandomGraphs.int16Graph(seed);
            case 2 -> RandomStates.draw(seed / 10);
            case 3, 4 -> RandomLogic.graph(seed / 10 * 2 + seed % 2);
            case 5, 6 -> RandomGraphs.layers(seed, TensorType.INT16);
            default -> RandomGraphs.layers(seed, TensorType.INT8);
        };
    }
}
