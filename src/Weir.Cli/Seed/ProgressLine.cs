using System.Globalization;
using Weir.Server.Seeding;

namespace Weir.Cli.Seed;

/// <summary>Says how far a long command is: time, rate, and what remains.</summary>
/// <remarks>On a terminal one line that is written again; elsewhere a line now and then.</remarks>
/// <param name="output">Where to.</param>
/// <param name="time">Measures.</param>
/// <param name="isRewritten">Whether a line can be written again.</param>
internal sealed class ProgressLine(TextWriter output, TimeProvider time, bool isRewritten) : IProgress<SeedProgress>
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly long _start = time.GetTimestamp();
    private long _shown;
    private long _stepStart;
    private string? _step;

    /// <inheritdoc/>
    public void Report(SeedProgress value)
    {
        var now = time.GetTimestamp();
        if (value.Step != _step)
        {
            (_step, _stepStart) = (value.Step, now);
        }
        else if (time.GetElapsedTime(_shown, now) < (isRewritten ? OnTerminal : Elsewhere))
        {
            return;
        }

        _shown = now;
        Write(Text(value, time.GetElapsedTime(_start, now), time.GetElapsedTime(_stepStart, now)));
    }

    /// <summary>What comes next begins on a line of its own.</summary>
    public void End()
    {
        if (isRewritten && _step is not null)
        {
            output.WriteLine();
        }
    }

    private void Write(string text)
    {
        if (isRewritten)
        {
            output.Write($"\r{text,-78}");
            return;
        }

        output.WriteLine(text);
    }

    // writing    84,211 of 200,000 spans · 00:12 · 7,020 a second · 00:16 left
    private static string Text(SeedProgress value, TimeSpan all, TimeSpan step)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $@"{value.Step,-9} {value.Done:N0} of {value.Total:N0} spans · {all:mm\:ss}");
        if (step < TimeSpan.FromSeconds(1) || value.Done <= 0)
        {
            return text;
        }

        var rate = value.Done / step.TotalSeconds;
        var left = TimeSpan.FromSeconds(Math.Max(0, value.Total - value.Done) / rate);
        return string.Create(CultureInfo.InvariantCulture, $@"{text} · {rate:N0} a second · {left:mm\:ss} left");
    }
}
