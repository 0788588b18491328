/**
 * A coverage-guided fuzzer in plain Java: classes are instrumented while they are loaded, inputs that reach new code are kept and
 * changed further. It runs on every platform and repeats by its seed.
 */
package io.riskloom.engine.fuzz;
