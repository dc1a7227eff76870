@echo off
rem Starts Cellist from its sources on Windows; the same commands as ./cellist:
rem
rem   cellist [FILE...]                          opens the window
rem   cellist run, convert, kernels, bench ...   the command line, see --help
rem   cellist test [--long]                      runs every test
rem
rem UNTESTED: written with care, not yet tried on a Windows machine.
rem
rem The quick way costs one robocopy in listing mode for each source folder: it compares sizes and
rem times with the copy made by the last build and changes nothing. All else is in .build\build.ps1.
rem CELLIST_OPTS holds further options for the Java machine.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "run=%here%target\run"

if "%~1"=="test" goto test
if "%~1"=="--help" goto light
if "%~1"=="-h" goto light
if "%~1"=="--version" goto light
call :changed
if errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 3
)
goto start

:light
call :elsewhere
if errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 3
)

:start
set "cache="
if exist "%run%\cellist.aot" set "cache=-XX:AOTCache="%run%\cellist.aot""
set "java=%run%\image\bin\java.exe"
if not exist "%java%" set /p java=<"%run%\java"
"%java%" %cache% "@%run%\options" %CELLIST_OPTS% org.cellist.app.Main %*
exit /b %errorlevel%

:test
set "long="
if "%~2"=="--long" set "long=-Long"
powershell -NoProfile -ExecutionPolicy Bypass -File "%here%.build\build.ps1" -Test %long%
exit /b %errorlevel%

:build
powershell -NoProfile -ExecutionPolicy Bypass -File "%here%.build\build.ps1"
exit /b %errorlevel%

rem Ends with 1 when nothing was built, or for a checkout that lay elsewhere.
:elsewhere
if not exist "%run%\built" exit /b 1
set "place="
set /p place=<"%run%\built"
if /i not "%place%"=="%here%" exit /b 1
exit /b 0

rem Ends with 1 when a source differs from what was built. Robocopy's own codes: 0 means no
rem difference, 8 and more an error; every one but 0 asks for a build.
:changed
call :elsewhere
if errorlevel 1 exit /b 1
for %%f in ("app\src\main" "kernel-bridge\src\main" ".mvn" "icons" ".build") do (
    robocopy "%here%%%~f" "%run%\sources\%%~f" /MIR /L /NFL /NDL /NJH /NJS /NC /NS /NP >nul
    if errorlevel 1 exit /b 1
)
for %%f in ("." "app" "kernel-bridge") do (
    robocopy "%here%%%~f" "%run%\sources\poms\%%~f" pom.xml /L /NFL /NDL /NJH /NJS /NC /NS /NP >nul
    if errorlevel 1 exit /b 1
)
exit /b 0
