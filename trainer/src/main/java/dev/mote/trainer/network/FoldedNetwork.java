package dev.mote.trainer.network;

/**
 * A trained network as it is exported, without batch normalization and dropout: a network like any other, which gives the same outputs
 * as the one that it was made of, and can be trained on.
 */
public record FoldedNetwork(Network network, Weights weights) {
    public static FoldedNetwork of(Network trained, Weights weights) {
        return new FoldBatchNorm(trained, weights).folded();
    }

    /** @param trained values for the same parameters */
    public FoldedNetwork withWeights(Weights trained) {
        return new FoldedNetwork(network, trained);
    }
}
