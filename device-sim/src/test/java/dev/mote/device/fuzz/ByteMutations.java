package dev.mote.device.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Changes that know nothing of the format. */
final class ByteMutations {
    private static final int[] WORDS = {
        0, 1, -1, 2, 4, 8, 127, 128, 255, 256, 1 << 16, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    private final RandomGenerator random;

    ByteMutations(RandomGenerator random) {
        this.random = random;
    }

    byte[] change(byte[] file, byte[] other) {
        byte[] changed = file.clone();
        if (changed.length < 8) {
            return other.clone();
        }
        switch (random.nextInt(6)) {
            case 0 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length + 16));
            case 1 -> changed = spliced(changed, other);
            case 2 -> repeat(changed);
            default -> {
                int count = 1 + random.nextInt(8);
                for (int i = 0; i < count; i++) {
                    overwrite(changed);
                }
            }
        }
        return changed;
    }

    /** A word worth trying: an extreme, a small number, or any. */
    int word() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt(-8, 64);
            default -> WORDS[random.nextInt(WORDS.length)];
        };
    }

    private void overwrite(byte[] file) {
        int position = random.nextInt(file.length - 3);
        switch (random.nextInt(3)) {
            case 0 -> file[position] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[position] = (byte) word();
            default -> ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(position & ~3, word());
        }
    }

    private void repeat(byte[] file) {
        int length = 1 + random.nextInt(Math.min(64, file.length));
        int from = random.nextInt(file.length - length + 1);
        int to = random.nextInt(file.length - length + 1);
        System.arraycopy(file, from, file, to, length);
    }

    private byte[] spliced(byte[] file, byte[] other) {
        int cut = random.nextInt(file.length);
        if (cut >= other.length) {
            return file;
        }
        byte[] spliced = Arrays.copyOf(file, other.length);
        System.arraycopy(other, cut, spliced, cut, other.length - cut);
        return spliced;
    }
}
