package dev.mote.model.vectors;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The archives {@code /vectors/OPERATOR.tar.gz}: a folder for each case. */
final class VectorArchive {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 11;

    private VectorArchive() {}

    /** Operators that have an archive, by name. */
    static List<String> operators() {
        return lines("operators.txt");
    }

    /** Lines of the resource {@code /vectors/file}. */
    static List<String> lines(String file) {
        try (InputStream stream = open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<VectorCase> cases(String operator) {
        Map<String, Map<String, byte[]>> folders = new TreeMap<>();
        try (DataInputStream tar = new DataInputStream(new GZIPInputStream(open(operator + ".tar.gz")))) {
            byte[] header = new byte[BLOCK];
            for (tar.readFully(header); header[0] != 0; tar.readFully(header)) {
                String[] path = text(header, 0, NAME_LENGTH).split("/");
                int size = Integer.parseInt(text(header, SIZE_AT, SIZE_LENGTH), 8);
                byte[] content = tar.readNBytes(size);
                tar.skipNBytes(-size & BLOCK - 1);
                folders.computeIfAbsent(path[0], name -> new HashMap<>()).put(path[1], content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders.entrySet().stream()
                .map(folder -> VectorCase.of(operator, folder.getKey(), folder.getValue()))
                .toList();
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = VectorArchive.class.getResourceAsStream("/vectors/" + file);
        if (stream == null) {
            throw new IOException("no resource /vectors/" + file);
        }
        return stream;
    }

    /** Characters up to the first zero. */
    private static String text(byte[] header, int from, int length) {
        String field = new String(header, from, length, StandardCharsets.US_ASCII);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }
}
