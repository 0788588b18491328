@echo off
rem Runs the installed Maven on the JDK that RISKLOOM_JAVA_HOME names, where it is set.
if defined RISKLOOM_JAVA_HOME set "JAVA_HOME=%RISKLOOM_JAVA_HOME%"
where mvn >nul 2>nul || (echo mvnw: Maven 3.8 or newer is not installed; install it and run this again. 1>&2 & exit /b 1)
mvn %*
