/** The open project: the only state that pages share. Apart from the root package so that packages import one way. */
package io.riskloom.app.session;
