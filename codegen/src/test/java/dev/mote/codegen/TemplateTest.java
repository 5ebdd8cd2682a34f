package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static String filled(String text, Map<String, List<String>> values) {
        return new Template("CMakeLists.txt", text).filled(values);
    }

    @Test
    void putsAValueInWhereverItsPlaceholderStands() {
        assertEquals("lib(a a.c)\n", filled("lib(@name@ @name@.c)\n", Map.of("name", List.of("a"))));
    }

    @Test
    void writesALineOnceForEachValue() {
        assertEquals(
                "add(\n  src/a.c\n  src/b.c\n)\n",
                filled("add(\n  src/@source@\n)\n", Map.of("source", List.of("a.c", "b.c"))));
    }

    @Test
    void dropsALineWhosePlaceholderHasNoValue() {
        assertEquals("a\nb\n", filled("a\nlink(-l@math@)\nb\n", Map.of("math", List.of())));
    }

    @Test
    void leavesTheVariablesOfOtherToolsAlone() {
        String text = "${CMAKE_C_FLAGS} {\"a\": \"{}\"} $ENV{X} $<CONFIG> a@b.org 50% @\n";
        assertEquals(text, filled(text, Map.of()));
    }

    @Test
    void refusesAPlaceholderThatItDoesNotKnow() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> filled("@nmae@\n", Map.of("name", List.of("a"))));
        assertEquals("CMakeLists.txt: no value for @nmae@", e.getMessage());
    }

    @Test
    void refusesValuesThatTheFilesSyntaxCouldTakeForItsOwn() {
        for (String value : List.of("a b", "a\"", "<a>", "a\nb", "${A}", "a: b", "a;b", "a'", "#a", "\u00e4")) {
            assertThrows(
                    IllegalArgumentException.class, () -> filled("@name@\n", Map.of("name", List.of(value))), value);
        }
        for (String value : List.of("*/ code", "a /* b", "a \\", "??/", "a\nb")) {
            Template template = new Template("main.c", "/* @sensor@ */\n");
            assertThrows(
                    IllegalArgumentException.class, () -> template.filled(Map.of("sensor", List.of(value))), value);
        }
    }

    @Test
    void aValueIsNotReadAgain() {
        Template template = new Template("main.c", "/* @sensor@ */ @name@\n");
        assertEquals("/* @name@ */ a\n", template.filled(Map.of("sensor", List.of("@name@"), "name", List.of("a"))));
    }
}
