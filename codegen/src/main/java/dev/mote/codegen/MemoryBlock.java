package dev.mote.codegen;

import java.util.List;

/**
 * A stretch of arena for as long as it is in use.
 *
 * @param tensors those that live in it, one after the other or as views of the same bytes; the first is written first; none in
 *     scratch
 * @param alignment of the offset, in bytes
 * @param first step that writes it; {@link #BEFORE_RUN} for graph inputs
 * @param last step that reads it last
 */
public record MemoryBlock(List<Integer> tensors, int bytes, int alignment, int first, int last) {
    /** When the caller writes graph inputs. */
    public static final int BEFORE_RUN = -1;

    public MemoryBlock {
        tensors = List.copyOf(tensors);
        if (first > last) {
            throw new IllegalArgumentException("in use from step " + first + " to step " + last);
        }
    }

    /** Whether it is in use during {@code step}. */
    boolean isLive(int step) {
        return first <= step && step <= last;
    }

    /** Whether both are in use during some step. */
    boolean overlapsInTime(MemoryBlock other) {
        return first <= other.last && other.first <= last;
    }
}
