package dev.mote.app.studio;

/** Why a request was not answered.
 *
 * @param error one line: where, what was found, what was expected, what to do
 */
public record Problem(String error) {}
