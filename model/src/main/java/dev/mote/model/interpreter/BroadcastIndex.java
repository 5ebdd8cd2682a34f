package dev.mote.model.interpreter;

import dev.mote.model.lowered.Broadcast;

/** Walks over the output of a binary operator. */
final class BroadcastIndex {
    private BroadcastIndex() {}

    interface Visitor {
        /** Output element {@code i} is made of element {@code first} and element {@code second} of the operands. */
        void element(int i, int first, int second);
    }

    static void forEach(Broadcast broadcast, Visitor visitor) {
        int[] dimensions =
                broadcast.dimensions().stream().mapToInt(Integer::intValue).toArray();
        int[] firstStrides =
                broadcast.firstStrides().stream().mapToInt(Integer::intValue).toArray();
        int[] secondStrides =
                broadcast.secondStrides().stream().mapToInt(Integer::intValue).toArray();
        int elements = broadcast.elements();
        for (int i = 0; i < elements; i++) {
            int first = 0;
            int second = 0;
            int rest = i;
            for (int d = dimensions.length - 1; d >= 0; d--) {
                int position = rest % dimensions[d];
                rest /= dimensions[d];
                first += position * firstStrides[d];
                second += position * secondStrides[d];
            }
            visitor.element(i, first, second);
        }
    }
}
