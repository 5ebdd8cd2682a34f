package dev.mote.model.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Entries as TensorFlow Lite Micro has them. */
class Int16TablesTest {

    @Test
    void exponentialReachesFromExpOfMinus10To1() {
        short[] table = Int16Tables.exponential();
        assertEquals(513, table.length);
        assertEquals(2, table[0]);
        assertEquals(32767, table[512]);
    }

    @Test
    void reciprocalReachesFrom1ToOneHalf() {
        short[] table = Int16Tables.reciprocal();
        assertEquals(513, table.length);
        assertEquals(32767, table[0]);
        assertEquals(16384, table[512]);
    }

    @Test
    void interpolatesBetweenEntries() {
        short[] table = new short[513];
        table[256] = 100;
        table[257] = 228;
        table[512] = -128;
        assertEquals(100, Int16Tables.interpolate(table, (short) 0));
        assertEquals(163, Int16Tables.interpolate(table, (short) 63));
        assertEquals(50, Int16Tables.interpolate(table, (short) -64));
        assertEquals(-127, Int16Tables.interpolate(table, Short.MAX_VALUE));
    }
}
