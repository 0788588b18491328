/** Controls that several pages share; they look as ui-resources' style sheet says. */
package io.riskloom.app.control;
