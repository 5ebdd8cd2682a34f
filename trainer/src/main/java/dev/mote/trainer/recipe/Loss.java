package dev.mote.trainer.recipe;

/** What training makes small. Names are those of recipes, in lower case. */
public enum Loss {
    MEAN_SQUARED_ERROR,
    BINARY_CROSSENTROPY,
    CATEGORICAL_CROSSENTROPY,
    SPARSE_CATEGORICAL_CROSSENTROPY;

    /** As in a recipe. */
    public String keyword() {
        return Named.keyword(this);
    }
}
