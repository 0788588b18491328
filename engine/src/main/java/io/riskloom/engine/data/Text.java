package io.riskloom.engine.data;

import java.nio.charset.Charset;

/**
 * A file's characters as UTF-8.
 *
 * @param charset what the file was written in
 * @param guessed whether neither a mark nor the reader said so
 * @param start   of the text in {@code bytes}, behind a byte order mark
 * @param end     of the text
 */
record Text(String name, Charset charset, boolean guessed, byte[] bytes, int start, int end) {

    DataException refuse(String key, int line, String column, String expected, String found) {
        return new DataException(key, name, line, column, expected, found);
    }
}
