package dev.mote.model.graph;

/**
 * The indices that STRIDED_SLICE takes along one dimension. Source: TensorFlow Lite's strided slice logic; begin and end count from the
 * end where they are negative, and are cut to the dimension.
 *
 * @param count 0 or less for none
 */
record SliceRange(int begin, int step, int count, boolean isShrunk) {

    /** @param stride not 0 */
    static SliceRange of(Operator.StridedSlice slice, int axis, int size, int begin, int end, int stride) {
        boolean open = (slice.beginMask() >> axis & 1) != 0;
        boolean openEnd = (slice.endMask() >> axis & 1) != 0;
        int first = open ? (stride > 0 ? 0 : size - 1) : cut(begin, size, stride);
        if ((slice.shrinkMask() >> axis & 1) != 0) {
            boolean inside = first >= 0 && first < size && stride > 0;
            return new SliceRange(first, 1, inside ? 1 : 0, true);
        }
        int last = openEnd ? (stride > 0 ? size : -1) : cut(end, size, stride);
        long count = Math.ceilDiv((long) last - first, (long) stride);
        return new SliceRange(first, count == 1 ? 1 : stride, (int) Math.max(count, 0), false);
    }

    private static int cut(int index, int size, int stride) {
        int fromStart = index < 0 ? index + size : index;
        return stride > 0 ? Math.clamp(fromStart, 0, size) : Math.clamp(fromStart, -1, size - 1);
    }
}
