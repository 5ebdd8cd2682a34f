package dev.mote.device.stream;

import dev.mote.model.BadInputException;

/** A recording lacks channels that a model wants. */
public final class MissingChannelsException extends BadInputException {
    private static final long serialVersionUID = 1;

    private final String found;

    /** @param remedy on the command line */
    MissingChannelsException(String found, String remedy) {
        super(found + "; " + remedy);
        this.found = found;
    }

    /** The message without what to do on the command line. */
    public String found() {
        return found;
    }
}
