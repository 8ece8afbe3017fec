using System.Globalization;

namespace Weir.TraceBench;

/// <summary>What to measure, from the command line.</summary>
internal sealed record Options
{
    /// <summary>Spans to fill the store with, spread over the seven days before it starts.</summary>
    public int Spans { get; init; } = 100_000;

    /// <summary>Bytes of attributes of a span that the store is filled with.</summary>
    public int AttributeBytes { get; init; } = 3000;

    /// <summary>How long the rate of ingest is measured, with spans of 5 KB.</summary>
    public TimeSpan Ingest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often each question is asked.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>Asks the questions whose name has this text only; null: all.</summary>
    public string? Only { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Where the store lies; a folder of this name is made, and erased at the end.</summary>
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "weir-tracebench");

    /// <summary>Also writes the numbers there; null: nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>Whether words of spans are indexed.</summary>
    public bool IndexesTexts { get; init; } = true;

    /// <summary>Leaves the folder, and goes on with what lies in it.</summary>
    public bool Keeps { get; init; }

    public static Options Read(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--keep" => options with { Keeps = true },
                "--no-text-index" => options with { IndexesTexts = false },
                "--spans" => options with { Spans = Number(args, ++i) },
                "--attributes" => options with { AttributeBytes = Number(args, ++i) },
                "--ingest-seconds" => options with { Ingest = TimeSpan.FromSeconds(Number(args, ++i)) },
                "--rounds" => options with { Rounds = Number(args, ++i) },
                "--only" => options with { Only = Text(args, ++i) },
                "--seed" => options with { Seed = Number(args, ++i) },
                "--folder" => options with { Folder = Text(args, ++i) },
                "--json" => options with { Json = Text(args, ++i) },
                _ => throw new ArgumentException($"{args[i]} is not known: see Options.cs.", nameof(args)),
            };
        }

        return options;
    }

    private static string Text(string[] args, int place) =>
        place < args.Length ? args[place] : throw new ArgumentException($"{args[place - 1]} lacks its value.", nameof(args));

    private static int Number(string[] args, int place) => int.Parse(Text(args, place), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
