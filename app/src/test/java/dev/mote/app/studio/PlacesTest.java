package dev.mote.app.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(Path.of("/home/ada/runs"), Path.of("/data"));

    @Test
    void hidesWhereItsFoldersAre() {
        assertEquals(
                "uploads/1/recording.csv: has no channel x; mnist/a.gz: is cut off",
                places.hiddenIn(
                        "/home/ada/runs/uploads/1/recording.csv: has no channel x; /data/mnist/a.gz: is cut off"));
    }

    @Test
    void leavesAllElse() {
        String text = "/home/ada/runs-2/x: is no model; 1/2 of / is full";
        assertEquals(text, places.hiddenIn(text));
        assertEquals(text, new Places(Path.of("/")).hiddenIn(text));
    }
}
