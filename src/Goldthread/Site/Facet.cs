namespace Goldthread.Site;

/// <summary>A way to narrow a list: its heading and the choices.</summary>
public sealed record Facet(string Heading, IReadOnlyList<FacetChoice> Choices);

/// <summary>One choice of a facet, with how many it would leave.</summary>
public sealed record FacetChoice(string Words, int Count, string Address, bool Chosen);
