package dev.mote.device.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultParserTest {

    @ParameterizedTest
    @CsvSource({
        "dropout:0.05, 0.05, ''",
        "dropout:5%, 0.05, ''",
        "DROPOUT: 5 %, 0.05, ''",
        "rotate:30deg/x, 30, ''",
        "rotate:30, 30, ''",
        "jitter:500us, 0.0005, ''",
        "noise:0.02g, 0.02, g",
        "noise:0.5m/s2/acc, 0.5, m/s2",
        "noise:2%, 0.02, %",
        "bias:1, 1, ''",
        "bits:8, 8, ''",
        "bits:8bit, 8, ''",
        "cross_axis:2%, 0.02, ''",
        "rate:40Hz, 40, ''",
        "noise:1e-3g, 0.001, g"
    })
    void readsLevelsWithUnits(String text, double value, String unit) {
        Setting setting = Fault.parse(text).setting();
        assertEquals(value, setting.value(), 1e-12);
        assertEquals(unit, setting.unit());
    }

    @Test
    void readsSignsAxesAndTargets() {
        assertEquals(-1, Fault.parse("skew:-1%").setting().sign());
        assertEquals(1, Fault.parse("skew:+1%").setting().sign());
        assertEquals(0, Fault.parse("skew:1%").setting().sign());
        assertEquals("xz", Fault.parse("swap:xz").setting().axes());
        assertEquals("acc", Fault.parse("noise:0.5m/s2/acc").setting().target());
        assertEquals("gyro", Fault.parse("bias:0.1rad/s/gyro").setting().target());
        assertEquals("10", Fault.parse("burst:5%/10").setting().target());
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void readsTheLevelsOfEverySweep(FaultKind kind) {
        for (String level : kind.levels()) {
            assertEquals(kind, Fault.parse(kind.option() + ":" + level).kind());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dropuot:0.05 | unknown fault 'dropuot'; the nearest are: dropout, drift, rotate; mote faults lists all",
                "dropout | it has no level, expected a share, as 2% or 0.02: --fault dropout:1%",
                "dropout: | it has no level, expected a share, as 2% or 0.02: --fault dropout:1%",
                "rate | it has no level, expected samples a second, as 40Hz: --fault rate:40Hz",
                "dropout:2g | unknown unit 'g' of dropout, expected a share, as 2% or 0.02",
                "dropout:120% | dropout is out of range, expected 0% to 95%",
                "dropout:-5% | a level of dropout has no sign; write it without -",
                "dropout:much | 'much' is no level, expected a share, as 2% or 0.02",
                "skew:30% | skew is out of range, expected 0% to 20%, + or - or drawn",
                "jitter:5 | the unit is missing, expected a time, as 2ms or 500us",
                "rotate:5deg/w | '/w' is wrong: expected an axis, /x, /y or /z",
                "rotate:181deg | rotate is out of range, expected 0deg to 180deg",
                "bits:8.5 | '8.5' is no whole number of bits",
                "bits:17 | bits is out of range, expected 1 to 16 bits",
                "swap:xx | 'xx' is wrong, expected two of x, y, z, as xy",
                "swap:x | swap is out of range, expected two of x, y, z",
                "flip:q | 'q' is wrong, expected one or more of x, y, z, as x",
                "burst:5%/0 | '/0' is wrong: expected a number of samples, 1 to 100000",
                "burst:90%/5 | bursts of 5 are too short to lose so much; give longer ones, as burst:90%/25",
                "dropout:5%/3 | '/3' is wrong: a level of dropout has no such end",
                "noise:3furlong | unknown unit 'furlong' of noise, expected an amount, as 0.05g, 50mg, 0.5m/s2, 0.02rad/s, 1dps, or 2% of the full scale",
                "noise:nan | 'nan' is no level, expected an amount, as 0.05g, 50mg, 0.5m/s2, 0.02rad/s, 1dps, or 2% of the full scale"
            })
    void saysWhatIsWrong(String text, String message) {
        BadInputException wrong = assertThrows(BadInputException.class, () -> Fault.parse(text));
        assertEquals("--fault " + text + ": " + message, wrong.getMessage());
    }
}
