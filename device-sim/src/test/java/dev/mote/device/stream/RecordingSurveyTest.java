package dev.mote.device.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.dataset.DataOptions;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RowSelection;
import dev.mote.dataset.recording.StreamText;
import dev.mote.dataset.recording.TextRecordings;
import dev.mote.model.BadInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingSurveyTest {

    @Test
    void tellsChannelsRateAndClasses() {
        RecordingSurvey survey = RecordingSurvey.of(recording("""
                timestamp_ms,ax [g],ay,label
                0,1,2,walk
                20,1,2,walk
                40,1,2,
                60,1,2,rest
                """));
        assertEquals(List.of("ax", "ay"), survey.channels());
        assertEquals(List.of("g", ""), survey.units());
        assertEquals(50, survey.rateHertz());
        assertEquals(4, survey.rows());
        assertEquals(1, survey.stretches());
        assertEquals(0.06, survey.seconds(), 1e-9);
        assertEquals(Map.of("walk", 2L, "rest", 1L), survey.labels());
        assertEquals(Map.of(), survey.defects());
    }

    @Test
    void countsDefectsOfValuesAndTimes() {
        RecordingSurvey survey = RecordingSurvey.of(recording("""
                timestamp_ms,ax
                0,1
                20,x
                40,
                40,1
                30,1
                60,1
                140,1
                900,1
                1000000
                """));
        assertEquals(
                Map.of(
                        "unreadable_value", 1L,
                        "missing_value", 1L,
                        "repeated_time", 1L,
                        "backward_time", 1L,
                        "short_gap", 1L,
                        "long_gap", 1L,
                        "wrong_columns", 1L),
                survey.defects());
        assertEquals(6, survey.rows());
        assertEquals(2, survey.stretches());
    }

    @Test
    void refusesWhatHasNoTimes() {
        BadInputException failure = assertThrows(
                BadInputException.class, () -> RecordingSurvey.of(recording("timestamp_ms,ax\nsoon,1\nlater,2\n")));
        assertEquals(
                "own.csv: has no two rows with readable times, the second later than the first, so it is no recording;"
                        + " repair the times",
                failure.getMessage());
    }

    private static Recording recording(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return TextRecordings.of(
                "own.csv",
                "",
                () -> new ByteArrayInputStream(bytes),
                StreamText.of("own.csv", DataOptions.DEFAULT, 0),
                RowSelection.ALL);
    }
}
