package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTensorsTest {
    @TempDir
    Path folder;

    @Test
    void readsTheSamplesInTheOrderOfTheList() throws IOException {
        write("b.bin,3,2\na.bin,3,0\n");
        RawTensors raw = RawTensors.read(folder, 2);
        assertArrayEquals(new byte[] {-3, 4}, raw.samples().getFirst());
        assertArrayEquals(new byte[] {1, 2}, raw.samples().getLast());
        assertArrayEquals(new int[] {2, 0}, raw.labels());
        assertEquals(3, raw.classes());
    }

    @Test
    void readsAZipOfTheFolder() throws IOException {
        write("b.bin,3,2\n");
        Path zip = folder.resolve("set.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : new String[] {"b.bin", "y_labels.csv"}) {
                out.putNextEntry(new ZipEntry("inner/" + file));
                out.write(Files.readAllBytes(folder.resolve(file)));
            }
        }
        assertTrue(RawTensors.isAt(zip));
        assertArrayEquals(new byte[] {-3, 4}, RawTensors.read(zip, 2).samples().getFirst());
    }

    @Test
    void aFolderWithoutTheListIsSomethingElse() throws IOException {
        assertFalse(RawTensors.isAt(folder));
        Files.writeString(folder.resolve("y_labels.csv"), "");
        assertTrue(RawTensors.isAt(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.bin,3,3", "a.bin,1,0", "a.bin,3,-1", "a.bin,three,0"})
    void refusesALineThatNamesNoClass(String line) throws IOException {
        write("b.bin,3,2\n" + line + "\n");
        assertRefused(() -> RawTensors.read(folder, 2), "y_labels.csv:2", "expected file, number of classes");
    }

    @Test
    void refusesSamplesOfAnotherSize() throws IOException {
        write("a.bin,3,2\n");
        assertRefused(() -> RawTensors.read(folder, 1), "a.bin has more bytes, expected 1");
        assertRefused(() -> RawTensors.read(folder, 3), "a.bin has 2 bytes, expected 3");
    }

    @Test
    void refusesMissingFilesAndThoseOutside() throws IOException {
        write("c.bin,3,2\n");
        assertRefused(() -> RawTensors.read(folder, 2), "has no file c.bin");
        write("../a.bin,3,2\n");
        assertRefused(() -> RawTensors.read(folder, 2), "has no file ../a.bin");
    }

    @Test
    void refusesListsWithoutSamplesOrWithSeveralNumbersOfClasses() throws IOException {
        write("");
        assertRefused(() -> RawTensors.read(folder, 2), "names no samples");
        write("a.bin,3,2\nb.bin,4,2\n");
        assertRefused(() -> RawTensors.read(folder, 2), "b.bin has one of 4 classes");
    }

    @Test
    void refusesLinesOfSeveralLengths() throws IOException {
        write("b.bin,3,2\na.bin,3\n");
        assertRefused(() -> RawTensors.read(folder, 2), "y_labels.csv", "Record 2 has 2 fields");
    }

    @Test
    void refusesAZipThatIsNone() throws IOException {
        Path zip = Files.write(folder.resolve("set.zip"), new byte[100]);
        assertRefused(() -> RawTensors.read(zip, 2), "set.zip", "damaged or truncated");
    }

    private void write(String list) throws IOException {
        Files.write(folder.resolve("a.bin"), new byte[] {1, 2});
        Files.write(folder.resolve("b.bin"), new byte[] {-3, 4});
        Files.writeString(folder.resolve("y_labels.csv"), list);
    }
}
