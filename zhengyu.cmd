@echo off
rem Runs an analysis on Windows, from an unpacked download:
rem   zhengyu --input=FOLDER --output=FOLDER
rem A folder that is dropped on this file is the input; its result lies beside it, as FOLDER-zhengyu.
rem Needs Java 17 or later, at JAVA_HOME or on the PATH. Not tested: no Windows was at hand.
rem   ZHENGYU_JAVA_OPTS   options for the Java machine, such as -Xmx8g
setlocal
chcp 65001 >nul
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%runtime\bin\java.exe" set "java=%home%runtime\bin\java"

set "app=%home%lib\pipeline"
echo %* | findstr /i /c:"--runner=Flink" >nul && set "app=%home%lib\flink"
if not exist "%app%\" (
  echo zhengyu: --runner: this download is without that engine; see docs\engines.md>&2
  exit /b 2
)

set run="%java%" "@%home%launcher\java.options" -XX:+UseParallelGC %ZHENGYU_JAVA_OPTS% -Dzhengyu.parsers="%home%lib\parsers" -cp "%app%\*" org.zhengyu.pipeline.Main
if exist "%~1\" if "%~2"=="" goto dropped
%run% %*
call :ended
exit /b %status%

:dropped
%run% --input="%~1" --output="%~1-zhengyu" --overwrite
call :ended
pause
exit /b %status%

:ended
set status=%errorlevel%
if not %status%==3 exit /b
echo zhengyu: out of memory: give Java more with set ZHENGYU_JAVA_OPTS=-Xmx8g>&2
set status=1
exit /b
