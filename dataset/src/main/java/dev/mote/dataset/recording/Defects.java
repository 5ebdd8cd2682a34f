package dev.mote.dataset.recording;

import dev.mote.model.BadInputException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what is wrong with a recording, by kind; under {@link BadDataPolicy#FAIL} the first one ends the run. */
public final class Defects {
    private final BadDataPolicy policy;
    private final String where;
    private final Map<Defect, Long> counts = new EnumMap<>(Defect.class);

    /** @param where the recording, for messages */
    public Defects(BadDataPolicy policy, String where) {
        this.policy = policy;
        this.where = where;
    }

    public BadDataPolicy policy() {
        return policy;
    }

    /**
     * @param line of the text; 0 where there is none
     * @param found as {@code ax is "1,3"}
     * @throws BadInputException if the policy is to fail
     */
    public void add(Defect defect, long line, String found) {
        if (policy == BadDataPolicy.FAIL) {
            throw refusal(line, found + "; repair it, or let it pass with: --policy interpolate or --policy drop");
        }
        counts.merge(defect, 1L, Long::sum);
    }

    /** By keyword, in the order of {@link Defect}; only what occurred. */
    public Map<String, Long> counts() {
        Map<String, Long> byKeyword = new LinkedHashMap<>();
        counts.forEach((defect, count) -> byKeyword.put(defect.keyword(), count));
        return byKeyword;
    }

    /** For what no policy lets pass. */
    BadInputException refusal(long line, String what) {
        return new BadInputException(where + (line > 0 ? ", line " + line : "") + ": " + what);
    }
}
