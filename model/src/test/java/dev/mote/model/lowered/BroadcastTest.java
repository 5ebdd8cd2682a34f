package dev.mote.model.lowered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    @Test
    void equalShapesAreOneRun() {
        Broadcast broadcast = Broadcast.of(Shape.of(2, 3, 4), Shape.of(2, 3, 4), Shape.of(2, 3, 4));
        assertTrue(broadcast.isElementwise());
        assertEquals(24, broadcast.elements());
    }

    @Test
    void aVectorRepeatsOverTheOuterDimensions() {
        Broadcast broadcast = Broadcast.of(Shape.of(1, 5, 6, 4), Shape.of(4), Shape.of(1, 5, 6, 4));
        assertEquals(new Broadcast(List.of(30, 4), List.of(4, 1), List.of(0, 1)), broadcast);
    }

    @Test
    void bothOperandsMayRepeat() {
        Broadcast broadcast = Broadcast.of(Shape.of(3, 1), Shape.of(1, 4), Shape.of(3, 4));
        assertEquals(new Broadcast(List.of(3, 4), List.of(1, 0), List.of(0, 1)), broadcast);
    }

    @Test
    void aScalarRepeatsOverEverything() {
        Broadcast broadcast = Broadcast.of(Shape.of(), Shape.of(2, 3), Shape.of(2, 3));
        assertEquals(new Broadcast(List.of(6), List.of(0), List.of(1)), broadcast);
        assertFalse(broadcast.isElementwise());
    }

    @Test
    void singleElementsAreElementwise() {
        assertTrue(Broadcast.of(Shape.of(1, 1), Shape.of(1, 1), Shape.of(1, 1)).isElementwise());
        assertTrue(Broadcast.of(Shape.of(), Shape.of(), Shape.of()).isElementwise());
    }
}
