package dev.mote.trainer.recipe;

/** A value that a recipe cannot have; the reader adds the file and the line. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;

    InvalidValueException(String key, String problem) {
        super(key + " is " + problem);
        this.key = key;
    }

    /** Of the recipe, as {@code kernel_size}. */
    public String key() {
        return key;
    }
}
