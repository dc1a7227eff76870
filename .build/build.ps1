# What cellist.cmd does when a source changed (the twin of build.sh), and with -Test the whole
# verification. Needs Windows PowerShell 5.1, which every Windows has.
#
# UNTESTED: written with care, not yet tried on a Windows machine.
[CmdletBinding()]
param(
    [switch] $Test,
    [switch] $Long
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$here = Split-Path -Parent $PSScriptRoot
$run = Join-Path $here 'target\run'
$wanted = 25
$modules = @(
    'javafx.controls', 'javafx.fxml', 'javafx.media', 'javafx.swing', 'javafx.web', 'java.se',
    'jdk.unsupported', 'jdk.crypto.ec', 'jdk.crypto.cryptoki', 'jdk.crypto.mscapi', 'jdk.charsets',
    'jdk.localedata', 'jdk.management', 'jdk.zipfs', 'jdk.compiler', 'jdk.jshell', 'jdk.jfr',
    'jdk.httpserver', 'jdk.net', 'jdk.jcmd'
) -join ','

function Say([string] $text) { [Console]::Error.WriteLine("cellist: $text") }

# --- A JDK ---------------------------------------------------------------------------------------

# The major version of the JDK in a folder, or 0.
function Get-JdkMajor([string] $folder) {
    $release = Join-Path $folder 'release'
    if (-not (Test-Path (Join-Path $folder 'bin\javac.exe')) -or -not (Test-Path $release)) {
        return 0
    }
    $line = Select-String -Path $release -Pattern '^JAVA_VERSION="?(\d+)' | Select-Object -First 1
    if ($line) { return [int] $line.Matches[0].Groups[1].Value }
    return 0
}

function Find-Jdk {
    if ($env:JAVA_HOME -and (Get-JdkMajor $env:JAVA_HOME) -ge $wanted) { return $env:JAVA_HOME }
    $folders = @()
    $javac = Get-Command javac.exe -ErrorAction SilentlyContinue
    if ($javac) { $folders += Split-Path -Parent (Split-Path -Parent $javac.Source) }
    $places = @(
        "$env:ProgramFiles\Eclipse Adoptium\*", "$env:ProgramFiles\Java\*",
        "$env:ProgramFiles\Microsoft\*", "$env:ProgramFiles\Zulu\*",
        "$env:ProgramFiles\Amazon Corretto\*", "$env:ProgramFiles\BellSoft\*",
        "$env:ProgramFiles\OpenJDK\*", "$env:LOCALAPPDATA\Programs\Eclipse Adoptium\*",
        "$env:USERPROFILE\scoop\apps\*jdk*\current", "$env:USERPROFILE\.jdks\*",
        "$env:USERPROFILE\.gradle\jdks\*", "$env:USERPROFILE\.sdkman\candidates\java\*"
    )
    $folders += Get-Item -Path $places -ErrorAction SilentlyContinue | ForEach-Object FullName
    $found = $folders | ForEach-Object { [pscustomobject] @{ Home = $_; Major = Get-JdkMajor $_ } } |
        Where-Object { $_.Major -ge $wanted } | Sort-Object Major | Select-Object -First 1
    if ($found) { return $found.Home }
    Say "needs a JDK $wanted or newer, and found none."
    Say "Type: winget install EclipseAdoptium.Temurin.$wanted.JDK"
    exit 3
}

# --- Maven ---------------------------------------------------------------------------------------

function Invoke-Compile {
    Say 'building (the first time takes some minutes)'
    $log = Join-Path $run 'build.log'
    Push-Location $here
    try {
        & cmd /c "mvnw.cmd -B -pl app -am -Dmaven.test.skip -Dspotless.check.skip -Dcheckstyle.skip -Djacoco.skip package > `"$log`" 2>&1"
        $code = $LASTEXITCODE
    } finally { Pop-Location }
    if ($code -ne 0) {
        Say 'the build failed:'
        Select-String -Path $log -Pattern '^\[ERROR\]' | Select-Object -First 30 |
            ForEach-Object { [Console]::Error.WriteLine($_.Line) }
        Say "the whole log: $log"
        exit 3
    }
}

# --- The run-time image --------------------------------------------------------------------------

function Get-JavaFxJars {
    Get-ChildItem (Join-Path $here 'app\target\javafx') -Filter '*-win*.jar' | ForEach-Object FullName
}

function New-Image([string] $jdk) {
    $image = Join-Path $run 'image'
    $origin = (Get-Content (Join-Path $jdk 'release') -Raw) + (Get-JavaFxJars) + $modules
    $originFile = Join-Path $image 'origin'
    if ((Test-Path $originFile) -and (Get-Content $originFile -Raw) -eq $origin) { return }
    Say 'making the Java machine with JavaFX inside'
    $new = "$image.new"
    Remove-Item $image, $new -Recurse -Force -ErrorAction SilentlyContinue
    $jlink = Join-Path $jdk 'bin\jlink.exe'
    & $jlink --module-path ((Get-JavaFxJars) -join ';') --add-modules $modules `
        --no-header-files --no-man-pages --exclude-resources '**/*.dll' --output $new
    if ($LASTEXITCODE -ne 0) {
        Say 'jlink could not make it; starts will be slower'
        Remove-Item $new -Recurse -Force -ErrorAction SilentlyContinue
        return
    }
    # JavaFX looks for its native libraries here first.
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    foreach ($jar in Get-JavaFxJars) {
        $zip = [System.IO.Compression.ZipFile]::OpenRead($jar)
        try {
            foreach ($entry in $zip.Entries | Where-Object { $_.FullName -like '*.dll' }) {
                $target = Join-Path $new (Join-Path 'bin' $entry.Name)
                # The C run-time library is in the image already.
                if (-not (Test-Path $target)) {
                    [System.IO.Compression.ZipFileExtensions]::ExtractToFile($entry, $target)
                }
            }
        } finally { $zip.Dispose() }
    }
    [System.IO.File]::WriteAllText((Join-Path $new 'origin'), $origin)
    Move-Item $new $image
}

# --- What lies beside it -------------------------------------------------------------------------

function Sync-Folder([string] $from, [string] $to, [string[]] $rest) {
    & robocopy $from $to @rest /NFL /NDL /NJH /NJS /NP | Out-Null
    if ($LASTEXITCODE -ge 8) { throw "could not copy $from to $to (is Cellist open?)" }
}

# In an options file a backslash in quotes is an escape, so paths are written with slashes.
function ConvertTo-OptionPath([string] $path) { $path.Replace('\', '/') }

function Write-Options {
    $lines = @(Get-Content (Join-Path $here '.build\java-options'))
    $lines += '"-Dcellist.home={0}"' -f (ConvertTo-OptionPath $here)
    $lines += '"-Dcellist.javaKernel={0}"' -f (ConvertTo-OptionPath "$run\kernels\java-kernel.jar")
    if (-not (Test-Path (Join-Path $run 'image'))) {
        $lines += '--module-path "{0}"' -f (ConvertTo-OptionPath ((Get-JavaFxJars) -join ';'))
        $lines += '--add-modules javafx.controls,javafx.fxml,javafx.media,javafx.swing,javafx.web'
    }
    $jars = @("$run\app.jar") + @(Get-ChildItem "$run\lib" -Filter *.jar | ForEach-Object FullName)
    $lines += '-cp "{0}"' -f (ConvertTo-OptionPath ($jars -join ';'))
    [System.IO.File]::WriteAllLines((Join-Path $run 'options'), $lines)
}

# What the next start compares the sources with.
function Copy-Sources {
    foreach ($folder in 'app\src\main', 'kernel-bridge\src\main', '.mvn', 'icons', '.build') {
        Sync-Folder "$here\$folder" "$run\sources\$folder" @('/MIR')
    }
    foreach ($folder in '.', 'app', 'kernel-bridge') {
        Sync-Folder "$here\$folder" "$run\sources\poms\$folder" @('pom.xml')
    }
}

# Classes as the Java machine holds them after loading, recorded from a start that ends by itself.
function New-StartCache {
    $java = Join-Path $run 'image\bin\java.exe'
    if (-not (Test-Path $java)) { return }
    Remove-Item (Join-Path $run 'cellist.aot') -ErrorAction SilentlyContinue
    $recorded = [System.IO.Path]::GetTempFileName()
    $plain = @("@$run\options", '-Dglass.platform=Headless', '-Dprism.order=sw')
    & $java '-XX:AOTMode=record' "-XX:AOTConfiguration=$recorded" @plain `
        org.cellist.app.Main bench start "$here\docs\examples\tour.ipynb" | Out-Null
    & $java '-XX:AOTMode=create' "-XX:AOTConfiguration=$recorded" `
        "-XX:AOTCache=$run\cellist.aot" @plain | Out-Null
    Remove-Item $recorded -ErrorAction SilentlyContinue
}

# --- Python --------------------------------------------------------------------------------------

function Show-PythonAdvice {
    foreach ($name in 'py', 'python') {
        if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
        & $name -c 'import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ("ipykernel", "pandas", "matplotlib"))))' 2>$null
        if ($LASTEXITCODE -eq 0) { return $true }
    }
    Say 'for Python notebooks type once: py -m pip install ipykernel pandas matplotlib'
    return $false
}

$env:JAVA_HOME = Find-Jdk
New-Item -ItemType Directory -Force $run | Out-Null
if ($Test) {
    if (-not (Show-PythonAdvice)) { exit 3 }
    $profiles = @()
    if ($Long) { $profiles = @('-Plong') }
    Push-Location $here
    try { & .\mvnw.cmd -B -ntp verify @profiles } finally { Pop-Location }
    exit $LASTEXITCODE
}
Remove-Item (Join-Path $run 'built') -ErrorAction SilentlyContinue
# Maven adds to these folders and takes nothing away.
foreach ($folder in 'lib', 'javafx', 'kernels') {
    Remove-Item "$here\app\target\$folder" -Recurse -Force -ErrorAction SilentlyContinue
}
Copy-Sources
Invoke-Compile
New-Image $env:JAVA_HOME
Sync-Folder "$here\app\target" $run @('app.jar')
Sync-Folder "$here\app\target\lib" "$run\lib" @('/MIR')
Sync-Folder "$here\app\target\kernels" "$run\kernels" @('/MIR')
Write-Options
[System.IO.File]::WriteAllText((Join-Path $run 'java'), (Join-Path $env:JAVA_HOME 'bin\java.exe'))
Say 'making the start cache'
New-StartCache
Show-PythonAdvice | Out-Null
# The place of this checkout, in the bytes that cellist.cmd reads.
$place = [Console]::OutputEncoding.GetBytes("$here\")
[System.IO.File]::WriteAllBytes((Join-Path $run 'built'), $place)
