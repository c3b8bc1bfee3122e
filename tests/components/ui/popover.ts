/** The test DOM has no top layer: opening and closing a popover is only noted in an attribute. */
HTMLElement.prototype.showPopover = function show() {
  this.setAttribute('data-open', '');
};
HTMLElement.prototype.hidePopover = function hide() {
  this.removeAttribute('data-open');
};
