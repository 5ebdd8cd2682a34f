package dev.mote.dataset.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows in a text message: lines of CSV, or a JSON array that is one row or holds several. The first row is the header.
 */
final class MessageText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String where;
    private final String separator;
    private long row;

    MessageText(String where, char separator) {
        this.where = where;
        this.separator = Pattern.quote(String.valueOf(separator));
    }

    /** @return rows with their number in place of a line */
    List<TextRows.Cells> rows(String message) {
        return message.stripLeading().startsWith("[") ? json(message) : csv(message);
    }

    private List<TextRows.Cells> csv(String message) {
        List<TextRows.Cells> rows = new ArrayList<>();
        message.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> rows.add(new TextRows.Cells(++row, List.of(line.split(separator, -1)))));
        return rows;
    }

    private List<TextRows.Cells> json(String message) {
        try {
            JsonNode array = JSON.readTree(message);
            List<TextRows.Cells> rows = new ArrayList<>();
            if (array.size() > 0 && array.get(0).isArray()) {
                array.forEach(inner -> rows.add(cells(inner)));
            } else if (array.size() > 0) {
                rows.add(cells(array));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    where + ": message after row " + row + " is no JSON array; expected [t, x, y, ...] or"
                            + " [[t, x, y, ...], ...], or lines of CSV",
                    e);
        }
    }

    /** A null is a missing value. */
    private TextRows.Cells cells(JsonNode array) {
        List<String> cells = new ArrayList<>();
        array.forEach(value -> cells.add(value.isNull() ? "" : value.asText("?")));
        return new TextRows.Cells(++row, cells);
    }
}
