package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX files of unsigned bytes, gzip-compressed or plain. Big-endian: magic 0x0000080R with R = rank, then R sizes, then the bytes.
 * Nothing in the header is believed before the bytes that it promises were read.
 */
final class IdxReader {
    private static final int UNSIGNED_BYTE = 0x08;
    /** 256 MiB: five times the largest known file. */
    private static final long MAX_BYTES = 1L << 28;

    record Contents(int[] sizes, byte[] values) {}

    private IdxReader() {}

    /**
     * @param sha256 that the decompressed file must have
     * @throws BadInputException if the file is not a complete IDX file of rank {@code rank}, or another than expected
     */
    static Contents read(Path file, int rank, String sha256) {
        MessageDigest digest = Checksum.sha256();
        try (InputStream in = new DigestInputStream(open(file), digest)) {
            int[] sizes = readHeader(file, in, rank);
            byte[] values = readValues(file, in, sizes);
            verify(file, Checksum.hex(digest), sha256);
            return new Contents(sizes, values);
        } catch (EOFException e) {
            throw new BadInputException(file + ": is truncated (the compressed data ends early)", e);
        } catch (ZipException e) {
            throw new BadInputException(file + ": is damaged (gzip: " + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static int[] readHeader(Path file, InputStream in, int rank) throws IOException {
        int magic = readHeaderInt(file, in);
        int expected = UNSIGNED_BYTE << 8 | rank;
        if (magic != expected) {
            throw new BadInputException("%s: starts with 0x%08x, expected 0x%08x (IDX, unsigned bytes, rank %d)"
                    .formatted(file, magic, expected, rank));
        }
        int[] sizes = new int[rank];
        long total = 1;
        for (int axis = 0; axis < rank; axis++) {
            sizes[axis] = readHeaderInt(file, in);
            if (sizes[axis] < 1 || (total *= sizes[axis]) > MAX_BYTES) {
                throw new BadInputException(file + ": size " + Integer.toUnsignedString(sizes[axis]) + " of axis "
                        + axis + " is not possible; expected 1 or more, and " + MAX_BYTES + " bytes at most in all");
            }
        }
        return sizes;
    }

    private static int readHeaderInt(Path file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        if (bytes.length < Integer.BYTES) {
            throw new BadInputException(file + ": is truncated, not even its header is complete");
        }
        return ByteBuffer.wrap(bytes).getInt();
    }

    private static byte[] readValues(Path file, InputStream in, int[] sizes) throws IOException {
        int length = 1;
        for (int size : sizes) {
            length *= size;
        }
        byte[] values = in.readNBytes(length);
        if (values.length < length) {
            throw new BadInputException(file + ": is truncated: its header promises " + length + " values, but only "
                    + values.length + " follow");
        }
        if (in.read() >= 0) {
            throw new BadInputException(
                    file + ": has more bytes than the " + length + " values that its header promises");
        }
        return values;
    }

    private static void verify(Path file, String found, String expected) {
        if (!found.equals(expected)) {
            throw new BadInputException(file + ": SHA-256 of its contents is " + found + ", expected " + expected
                    + ": not the published file");
        }
    }
}
