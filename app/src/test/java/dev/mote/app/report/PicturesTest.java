package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.report.SampleKind.Channel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final String PREFIX = "data:image/png;base64,";

    @Test
    void drawsGreyLevelsAsTheyAre() throws IOException {
        BufferedImage image =
                decode(ImagePng.dataUri(new SampleKind.Image(2, 3, 1, 0, 255), new float[] {0, 1, 128, 255, 300, -5}));

        assertEquals(3, image.getWidth());
        assertEquals(2, image.getHeight());
        int[] levels = image.getRaster().getSamples(0, 0, 3, 2, 0, (int[]) null);
        assertEquals(
                List.of(0, 1, 128, 255, 255, 0), Arrays.stream(levels).boxed().toList());
    }

    @Test
    void drawsColoursInTheOrderRedGreenBlue() throws IOException {
        BufferedImage image = decode(ImagePng.dataUri(new SampleKind.Image(1, 1, 3, 0, 1), new float[] {1, 0.5f, 0}));

        assertEquals(0xffff8000, image.getRGB(0, 0));
    }

    @Test
    void groupsTheAxesOfASensorInOnePanel() {
        SampleKind.Signal signal = new SampleKind.Signal(
                2,
                List.of(
                        new Channel("acc_x", "g"),
                        new Channel("acc_y", "g"),
                        new Channel("gyro_x", "rad/s"),
                        new Channel("pressure", "Pa")),
                0);

        List<List<Map<String, Object>>> panels =
                new SignalPlot(signal, List.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7})).panels();

        assertEquals(1, panels.size());
        assertEquals(
                List.of("acc in g", "gyro in rad/s", "Pa"),
                panels.getFirst().stream().map(panel -> panel.get("label")).toList());
    }

    @Test
    void drawsConstantSignals() {
        SampleKind.Signal signal = new SampleKind.Signal(3, List.of(new Channel("a", "")), 10);

        List<?> lines = (List<?>) new SignalPlot(signal, List.of(new float[] {1, 1, 1}))
                .panels()
                .getFirst()
                .getFirst()
                .get("lines");

        String path = (String) ((Map<?, ?>) lines.getFirst()).get("path");
        assertTrue(path.matches("M136 \\d+l520 0l520 0"), path);
    }

    @Test
    void keepsPathsOfLongSignalsShort() {
        SampleKind.Signal signal = new SampleKind.Signal(16_000, List.of(new Channel("sound", "")), 16_000);
        float[] values = new float[16_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 0.3);
        }

        List<?> lines = (List<?>) new SignalPlot(signal, List.of(values))
                .panels()
                .getFirst()
                .getFirst()
                .get("lines");

        String path = (String) ((Map<?, ?>) lines.getFirst()).get("path");
        assertTrue(path.length() < 5_000, "has " + path.length() + " characters");
    }

    private static BufferedImage decode(String uri) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(PREFIX.length()))));
    }
}
