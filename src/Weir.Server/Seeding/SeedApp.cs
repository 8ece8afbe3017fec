namespace Weir.Server.Seeding;

/// <summary>An application that is made up, with what its traces look like.</summary>
/// <param name="Title">As its requests name it; says that it is made up.</param>
/// <param name="Url">Its address, in a domain that nobody can own.</param>
/// <param name="Project">The project of its traces.</param>
/// <param name="Workspace">Slug of the workspace it calls in; empty: the default one.</param>
/// <param name="Shape">What its traces look like.</param>
/// <param name="Weight">How much it does, in relation to the others.</param>
internal sealed record SeedApp(string Title, string Url, string Project, string Workspace, SeedShape Shape, double Weight)
{
    /// <summary>Every name begins so, so that nobody takes the data for real.</summary>
    public const string Mark = "seed-";

    public static SeedApp[] All { get; } =
    [
        new("Seed: Support desk", "https://support.seed.example/", Mark + "support-desk", "", SeedShape.Agent, 2.2),
        new("Seed: Docs assistant", "https://docs.seed.example/", Mark + "docs-assistant", "", SeedShape.Retrieval, 2.4),
        new("Seed: Team chat", "https://chat.seed.example/", Mark + "team-chat", "", SeedShape.Chat, 4.2),
        new("Seed: Code reviewer", "https://review.seed.example/", Mark + "code-reviewer", "", SeedShape.Agent, 1.1),
        new("Seed: Copy studio", "https://copy.seed.example/", Mark + "copy-studio", Mark + "marketing", SeedShape.Chat, 1.6),
        new("Seed: Paper digest", "https://papers.seed.example/", Mark + "paper-digest", Mark + "research", SeedShape.Retrieval, 0.9),
        new("Seed: Old pipeline", "https://pipeline.seed.example/", Mark + "old-pipeline", Mark + "research", SeedShape.Foreign, 0.6),
        new("Seed: Nightly index", "https://index.seed.example/", Mark + "nightly-index", Mark + "platform", SeedShape.Batch, 1.4),
    ];
}
