using System.Collections.Immutable;

namespace Weir.Load.Worker;

/// <summary>What the worker shall do: so many connections ask the same question again and again.</summary>
internal sealed record LoadJob
{
    /// <summary>Port on loopback; 0 is the instant upstream itself, with no gateway between.</summary>
    public required int Port { get; init; }

    public required string Path { get; init; }

    /// <summary>Headers of every request, besides host, type and length.</summary>
    public required ImmutableArray<string> Headers { get; init; }

    /// <summary>As the gateway knows it.</summary>
    public required string Model { get; init; }

    public bool Streams { get; init; }

    /// <summary>Connections, each with one request at a time.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Ends when so many were answered; 0: by time.</summary>
    public int Requests { get; init; }

    /// <summary>Ends after so long; what is under way is answered.</summary>
    public double Seconds { get; init; } = 60;

    /// <summary>Bytes of the prompt.</summary>
    public int PromptBytes { get; init; } = 100;
}
