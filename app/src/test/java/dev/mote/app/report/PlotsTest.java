package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.app.plot.Plots;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {
    private static final List<String> CHARTS =
            List.of("accuracy", "activations", "confusion", "learning-rate", "loss", "roc", "roc-corner", "weights");

    @TempDir
    Path folder;

    @Test
    void drawsEveryPictureAndTheSameAgain() throws IOException {
        write("first", SampleReports.digits().evaluated().subList(0, 1));
        write("second", List.of());
        for (String chart : CHARTS) {
            BufferedImage image =
                    ImageIO.read(folder.resolve("first/" + chart + ".png").toFile());
            assertTrue(image.getWidth() >= 1000 && image.getHeight() >= 600, chart);
            assertTrue(colours(image) > 10, chart + " is empty");
            String svg = Files.readString(folder.resolve("first/" + chart + ".svg"));
            assertTrue(svg.contains("<svg") && !svg.contains("NaN"), chart);
        }
        try (Stream<Path> files = Files.list(folder.resolve("first"))) {
            assertEquals(2 * CHARTS.size(), files.count());
        }
        for (String name : List.of("accuracy.png", "accuracy.svg", "loss.svg")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(name)),
                    Files.readAllBytes(folder.resolve("second").resolve(name)),
                    name);
        }
    }

    private void write(String name, List<Evaluated> models) {
        ReportData data = SampleReports.digits();
        List<String> warnings = new ArrayList<>();
        Plots.write(
                folder.resolve(name),
                "digits",
                data.epochs(),
                models,
                List.of(),
                models.stream().map(Evaluated::layerSet).toList(),
                warnings::add);
        assumeTrue(warnings.isEmpty(), () -> "skipped: " + warnings);
    }

    private static long colours(BufferedImage image) {
        return Stream.iterate(0, x -> x < image.getWidth(), x -> x + 7)
                .flatMap(x -> Stream.iterate(0, y -> y < image.getHeight(), y -> y + 1)
                        .map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
    }
}
