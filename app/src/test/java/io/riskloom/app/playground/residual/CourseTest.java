package io.riskloom.app.playground.residual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.StackFigures;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static StackFigures figures(int first, double... losses) {
        return new StackFigures(first, losses, 0.5, new double[2], new double[2], 9, false);
    }

    private static RaceFrame frame(int step, StackFigures plain, StackFigures residual) {
        return new RaceFrame(step, 0, null, plain, residual, null, 1);
    }

    @Test
    void lossesStandAtTheStepsTheyWereMeasuredAt() {
        Course course = new Course();
        course.add(frame(22, figures(20, 0.5, 1.5), figures(20, 1, 1)));
        assertArrayEquals(new double[] {21, 22}, course.plain().steps());
        assertArrayEquals(new double[] {0.5, 1}, course.plain().losses(), "means of those so far");
        RaceFrame next = frame(23, figures(22, 4), figures(22));
        assertTrue(course.continuedBy(next));
        course.add(next);
        assertArrayEquals(new double[] {21, 22, 23}, course.plain().steps());
        assertEquals(2, course.plain().losses()[2]);
        assertArrayEquals(new double[] {21, 22}, course.residual().steps(), "it broke");
    }

    @Test
    void stepsThatAreMissingOrComeAgainDoNotGoOn() {
        Course course = new Course();
        course.add(frame(2, figures(0, 1, 1), figures(0, 1, 1)));
        assertFalse(course.continuedBy(frame(4, figures(3, 1), figures(3, 1))));
        assertFalse(course.continuedBy(frame(1, figures(0, 1), figures(0, 1))));
        assertTrue(course.continuedBy(frame(3, figures(2, 1), figures(2, 1))));
    }
}
