package dev.mote.app.studio.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTextTest {
    @Test
    void readsMessages() {
        assertEquals(new LiveRequest.Start("m", "s", 2, "", 5, true, List.of("bias:2%"), null), LiveText.request("""
                        {"type":"start","model":"m","stream":"s","recording":2,"speed":5,"by_time":true,"faults":["bias:2%"]}"""));
        assertEquals(
                new LiveRequest.Change(List.of(), 7L),
                LiveText.request("{\"type\":\"faults\",\"faults\":[],\"seed\":7}"));
        assertEquals(new LiveRequest.Pause(), LiveText.request("{\"type\":\"pause\"}"));
        assertEquals(
                new LiveRequest.Samples(List.of(1L), Arrays.asList(1f, 2f, 3f, null, null, null), ""),
                LiveText.request("{\"type\":\"samples\",\"micros\":[1],\"values\":[1,2,3,null,null,null]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "7",
                "{\"type\":\"pause\"} {}",
                "{\"type\":\"dev.mote.app.Mote\"}",
                "{\"type\":\"speed\",\"speed\":2.5}",
                "{\"type\":\"speed\",\"speed\":null}",
                "{\"type\":\"faults\",\"faults\":[null]}",
                "{\"type\":\"faults\",\"faults\":\"bias\"}",
                "{\"type\":\"samples\",\"micros\":[null],\"values\":[1,2,3,4,5,6]}",
                "{\"type\":\"samples\"}"
            })
    void refusesAnythingElseInOneLine(String text) {
        BadInputException refused = assertThrows(BadInputException.class, () -> LiveText.request(text));
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }

    @Test
    void writesRepliesWithTheLookOfTheCommands() {
        LiveReply.Side side = new LiveReply.Side(4, 3, 2, 1, 1, 1, 0);
        String text = LiveText.text(
                new LiveReply.Ended(new LiveReply.Totals(5, 4, 0, 0.5, Map.of(), side, Optional.of(side), 4)));
        assertTrue(text.startsWith("{\"type\":\"ended\",\"totals\":{\"measured\":5,\"samples\":4"), text);
        assertTrue(text.contains("\"float\":{\"windows\":4,\"scored\":3,"), text);
    }
}
