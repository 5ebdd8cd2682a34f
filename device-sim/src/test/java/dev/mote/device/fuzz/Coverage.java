package dev.mote.device.fuzz;

/** Counts how often each step from one piece of code to the next was taken. One thread at a time. */
public final class Coverage {
    private static final int SIZE = 1 << 16;
    /** Counts from here on are alike: 1, 2, 3, 4 to 7, 8 to 15, 16 and more. */
    private static final int[] CLASSES = {1, 2, 3, 4, 8, 16};

    private static final byte[] COUNTS = new byte[SIZE];
    private static final byte[] SEEN = new byte[SIZE];
    /** Steps that the last file took. */
    private static final int[] TAKEN = new int[SIZE];

    private static int taken;
    private static int previous;

    private Coverage() {}

    /** Called by the probes.
     *  @param probe number of a piece of code without branches */
    public static void hit(int probe) {
        int step = (probe ^ previous) & (SIZE - 1);
        previous = probe >> 1;
        if (COUNTS[step] == 0) {
            TAKEN[taken++] = step;
        }
        if (COUNTS[step] < Byte.MAX_VALUE) {
            COUNTS[step]++;
        }
    }

    /** Forgets the last file, not what all files have reached. */
    static void begin() {
        for (int i = 0; i < taken; i++) {
            COUNTS[TAKEN[i]] = 0;
        }
        taken = 0;
        previous = 0;
    }

    /** Whether the last file took a step, or took it so often, as no file before it. */
    static boolean isNew() {
        boolean isNew = false;
        for (int i = 0; i < taken; i++) {
            int step = TAKEN[i];
            int bit = classOf(COUNTS[step]);
            isNew |= (SEEN[step] & bit) == 0;
            SEEN[step] |= (byte) bit;
        }
        return isNew;
    }

    /** Steps that any file has taken. */
    static int reached() {
        int reached = 0;
        for (byte seen : SEEN) {
            reached += seen == 0 ? 0 : 1;
        }
        return reached;
    }

    private static int classOf(int count) {
        int bit = 0;
        while (bit + 1 < CLASSES.length && count >= CLASSES[bit + 1]) {
            bit++;
        }
        return 1 << bit;
    }
}
