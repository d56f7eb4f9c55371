@echo off
rem Opens Distillery, or hands its words to the command line; the same as the script "distillery" on other systems.
setlocal
set "JAR=%~dp0target\distillery.jar"
if not exist "%JAR%" set "JAR=%~dp0distillery.jar"
if not exist "%JAR%" (
    echo Distillery is not built yet: run "mvn package" in %~dp0 first. 1>&2
    exit /b 2
)
set "ARCHIVE=%JAR:~0,-4%.jsa"
set "SHARE=-Xshare:auto"
if exist "%ARCHIVE%" (
    set "SHARE=-XX:SharedArchiveFile=%ARCHIVE%"
) else if "%~1"=="" (
    set "SHARE=-XX:ArchiveClassesAtExit=%ARCHIVE%"
)
java "%SHARE%" -XX:MaxGCPauseMillis=20 -Xmx512m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:InitiatingHeapOccupancyPercent=80 %DISTILLERY_OPTIONS% -Xlog:disable -Xlog:all=error:stderr -jar "%JAR%" %*
