package dev.mote.device.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @Test
    void knowsNamesInAnyCase() {
        assertEquals(Cell.of("CR2032"), Cell.of("cr2032"));
        assertEquals(0.225, Cell.of("CR2032").ampereHours());
        assertEquals(3.6, Cell.of("18650").volts());
    }

    @Test
    void readsCapacityAndVoltage() {
        Cell cell = Cell.of("230mAh/3V");
        assertEquals(0.23, cell.ampereHours(), 1e-12);
        assertEquals(3, cell.volts());
        assertEquals(0, cell.lossPerYear());
        assertEquals(2.5, Cell.of("2.5Ah/1.5V").ampereHours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CR1", "230mAh", "230/3", "0mAh/3V", "230mAh/0V", "-1mAh/3V", "1e3mAh/3V", "a\nb"})
    void refusesWhatIsNoCell(String text) {
        String line = assertThrows(BadInputException.class, () -> Cell.of(text)).getMessage();
        assertTrue(line.startsWith("--cell \"") && line.endsWith("or capacity and voltage as 230mAh/3V"), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void holdsCellsThatCanBe() {
        for (Cell cell : Cell.all()) {
            assertTrue(cell.ampereHours() >= 0.02 && cell.ampereHours() <= 10, cell.name());
            assertTrue(cell.volts() >= 1.2 && cell.volts() <= 9, cell.name());
            assertTrue(cell.lossPerYear() <= 0.5 && cell.amperes() <= 10, cell.name());
            assertFalse(cell.source().isBlank(), cell.name());
        }
    }
}
