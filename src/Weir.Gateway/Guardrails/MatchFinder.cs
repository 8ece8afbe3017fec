namespace Weir.Gateway.Guardrails;

/// <summary>Finds what a filter looks for.</summary>
/// <param name="text">One text of a request, or several of one message with line ends between them.</param>
/// <param name="budget">Is asked after each piece of work.</param>
/// <param name="found">Takes the matches; they need not be in order and may overlap.</param>
internal delegate void MatchFinder(string text, ScanBudget budget, List<TextMatch> found);
