@echo off
rem Runs Cerebro from an unpacked distribution. CEREBRO_JAVA_HOME or JAVA_HOME names a Java 25.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined CEREBRO_JAVA_HOME set "JAVA=%CEREBRO_JAVA_HOME%\bin\java"
"%JAVA%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xms64m -Xmx1g -XX:+ExitOnOutOfMemoryError %CEREBRO_JAVA_OPTS% -cp "%~dp0..\lib\*" co.litper.cerebro.server.Main %*
