package dev.mote.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StridedViewTest {
    @Test
    void mergesWhatIsContiguous() {
        StridedView whole = StridedView.of(Shape.of(2, 1, 3, 4)).simplified();
        assertEquals(new StridedView(List.of(24), List.of(1), 0), whole);
        assertTrue(whole.isWhole());
    }

    @Test
    void keepsARowTogetherWhenOuterDimensionsSwap() {
        StridedView swapped = StridedView.of(Shape.of(2, 3, 4, 5)).permuted(1, 0, 2, 3);
        assertEquals(new StridedView(List.of(3, 2, 20), List.of(20, 60, 1), 0), swapped.simplified());
    }

    @Test
    void walksBackwards() {
        StridedView reversed =
                StridedView.of(Shape.of(2, 3)).sliced(0, 1, -1, 2).sliced(1, 2, -1, 3);
        assertEquals(new StridedView(List.of(6), List.of(-1), 5), reversed.simplified());
    }

    @Test
    void mergesRepetitions() {
        StridedView repeated = StridedView.of(Shape.of(3)).repeated(0, 2).repeated(0, 4);
        assertEquals(new StridedView(List.of(8, 3), List.of(0, 1), 0), repeated.simplified());
    }

    @Test
    void isASingleElementAtLeast() {
        assertEquals(
                new StridedView(List.of(1), List.of(1), 2),
                StridedView.of(Shape.of(3)).sliced(0, 2, 1, 1).simplified());
        assertFalse(StridedView.of(Shape.of(3)).sliced(0, 2, 1, 1).simplified().isWhole());
    }
}
