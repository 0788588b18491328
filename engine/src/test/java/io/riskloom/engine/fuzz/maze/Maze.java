package io.riskloom.engine.fuzz.maze;

import io.riskloom.engine.fuzz.Fuzzer;

/** A way of three turns, each of which chance alone finds once in 256 times. */
public final class Maze implements Fuzzer.Target {

    @Override
    public void accept(byte[] input) {
        if (input.length > 0 && input[0] == 'q') {
            if (input.length > 1 && input[1] == 'z') {
                if (input.length > 2 && input[2] == '!') {
                    throw new IllegalStateException("the end of the maze");
                }
            }
        }
    }
}
