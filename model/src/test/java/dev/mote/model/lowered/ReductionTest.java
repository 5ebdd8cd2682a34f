package dev.mote.model.lowered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReductionTest {

    @Test
    void mergesNeighboursOfOneKind() {
        Reduction reduction = Reduction.of(Shape.of(1, 7, 5, 16), new int[] {1, 2});
        assertEquals(new Reduction(List.of(1, 35, 16), List.of(false, true, false)), reduction);
        assertEquals(35, reduction.count());
        assertEquals(16, reduction.outputs());
    }

    @Test
    void negativeAxesCountFromTheInnermost() {
        assertEquals(Reduction.of(Shape.of(2, 3, 4), new int[] {2}), Reduction.of(Shape.of(2, 3, 4), new int[] {-1}));
    }

    @Test
    void anAxisNamedTwiceIsSummedOnce() {
        assertEquals(4, Reduction.of(Shape.of(3, 4), new int[] {1, -1}).count());
    }
}
