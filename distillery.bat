@echo off
rem Opens Distillery, or hands its words to the command line; the same as the script "distillery" on other systems.
rem No brackets around lines that hold a path, for a ) in it would close them, and no ! is expanded; quotes hold & and ^.
setlocal DisableDelayedExpansion
set "HERE=%~dp0"
set "JAR=%HERE%target\distillery.jar"
if not exist "%JAR%" set "JAR=%HERE%distillery.jar"
if exist "%JAR%" goto built
echo Distillery is not built yet: run "mvn package" in "%HERE%" first. 1>&2
exit /b 2
:built
set "JAVA=java"
rem A package brings its own.
if exist "%HERE%runtime\bin\java.exe" set "JAVA=%HERE%runtime\bin\java.exe"
if not "%JAVA%"=="java" goto found
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not "%JAVA%"=="java" goto found
where java >nul 2>&1
if not errorlevel 1 goto found
echo Distillery needs Java 17 or newer, and no java was found: install a JDK, or set JAVA_HOME to one. 1>&2
exit /b 2
:found
set "ARCHIVE=%JAR:~0,-4%.jsa"
set "SHARE=-Xshare:auto"
if exist "%ARCHIVE%" set "SHARE=-XX:SharedArchiveFile=%ARCHIVE%"
if not exist "%ARCHIVE%" if "%~1"=="" set "SHARE=-XX:ArchiveClassesAtExit=%ARCHIVE%"
"%JAVA%" "%SHARE%" -XX:MaxGCPauseMillis=20 -Xmx512m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:InitiatingHeapOccupancyPercent=80 %DISTILLERY_OPTIONS% -Xlog:disable -Xlog:all=error:stderr -jar "%JAR%" %*
exit /b %ERRORLEVEL%
