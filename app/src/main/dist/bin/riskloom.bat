@echo off
rem Starts Riskloom on a JDK 25: RISKLOOM_JAVA_HOME, then JAVA_HOME, then the usual folders.
setlocal
set "HERE=%~dp0.."
set "JAVA="
if defined RISKLOOM_JAVA_HOME if exist "%RISKLOOM_JAVA_HOME%\bin\java.exe" set "JAVA=%RISKLOOM_JAVA_HOME%\bin\java.exe"
if not defined JAVA if defined JAVA_HOME (
  "%JAVA_HOME%\bin\java.exe" -version 2>&1 | findstr /r "\"2[5-9][.\"]" >nul && set "JAVA=%JAVA_HOME%\bin\java.exe"
)
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%USERPROFILE%\.jdks\*25*") do if exist "%%~D\bin\java.exe" set "JAVA=%%~D\bin\java.exe"
if not defined JAVA (
  echo riskloom: no JDK 25 found. Install one ^(such as Temurin 25^) or set RISKLOOM_JAVA_HOME to its folder. 1>&2
  exit /b 1
)
"%JAVA%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %RISKLOOM_JAVA_OPTS% -classpath "%HERE%\lib\*" io.riskloom.app.Launcher %*
exit /b %ERRORLEVEL%
