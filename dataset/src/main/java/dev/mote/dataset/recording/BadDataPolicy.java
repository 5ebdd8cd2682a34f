package dev.mote.dataset.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done about rows of a stream that are missing or wrong. */
public enum BadDataPolicy {
    /** Short silences and missing values are bridged by straight lines. */
    INTERPOLATE,
    /** Bad rows are left out, and nothing takes their place. */
    DROP,
    /** The first bad row ends the run. */
    FAIL;

    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BadDataPolicy> find(String keyword) {
        return Arrays.stream(values())
                .filter(policy -> policy.keyword().equals(keyword))
                .findFirst();
    }
}
